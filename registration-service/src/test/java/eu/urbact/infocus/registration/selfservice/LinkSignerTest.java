package eu.urbact.infocus.registration.selfservice;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LinkSignerTest {

    private final LinkSigner signer = new LinkSigner("a-secret-of-at-least-32-characters");
    private final UUID id = UUID.fromString("0157ade6-1a00-7000-8000-000000000011");
    private final String token = signer.sign(LinkPurpose.MY_APPLICATION, id, 3);

    @Test
    void a_signed_link_says_what_it_was_signed_for() {
        assertThat(signer.check(LinkPurpose.MY_APPLICATION, token)).contains(new LinkSigner.Link(id, 3));
    }

    @Test
    void a_link_altered_anywhere_is_nothing() {
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String altered = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(signer.check(LinkPurpose.MY_APPLICATION, altered).filter(link -> !altered.equals(token)))
                    .as("altered at %d", i)
                    .isEmpty();
        }
    }

    @Test
    void a_link_signed_with_another_key_is_nothing() {
        String foreign = new LinkSigner("another-secret-of-at-least-32-chars").sign(LinkPurpose.MY_APPLICATION, id, 3);
        assertThat(signer.check(LinkPurpose.MY_APPLICATION, foreign)).isEmpty();
    }

    @Test
    void a_link_has_one_spelling() {
        int last = token.length() - 1;
        for (String same : new String[] {token + "==", token.substring(0, last) + (char) (token.charAt(last) + 1)}) {
            // the control: to a decoder the bytes are the same
            assertThat(java.util.Base64.getUrlDecoder().decode(same))
                    .isEqualTo(java.util.Base64.getUrlDecoder().decode(token));
            assertThat(signer.check(LinkPurpose.MY_APPLICATION, same)).as(same).isEmpty();
        }
    }

    @Test
    void rubbish_is_nothing() {
        for (String rubbish : new String[] {"", "a", "%%%", token + "A", token.substring(1), "ä".repeat(50)}) {
            assertThat(signer.check(LinkPurpose.MY_APPLICATION, rubbish))
                    .as(rubbish)
                    .isEmpty();
        }
    }
}

package eu.urbact.infocus.portal.pages;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.portal.testing.Answers;
import eu.urbact.infocus.portal.testing.Browser;
import eu.urbact.infocus.portal.testing.Neighbours;

import static org.assertj.core.api.Assertions.assertThat;

/** What the texts say about reaching the organisers, and about who gets what. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class TextPagesTest {

    @BeforeEach
    void answers() {
        Answers.frankfurt();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/privacy",
                "/en/legal",
                "/en/accessibility",
                "/en/w/frankfurt-2016",
                "/en/w/frankfurt-2016/call"
            })
    void whoeverHasNoMailToAnswerFindsWhereToWrite(String path) {
        String page = new Browser().open(path).body();

        assertThat(page.substring(page.indexOf("<main"), page.indexOf("</main>")))
                .contains("<a href=\"mailto:questions@infocus.test\">questions@infocus.test</a>");
    }

    @Test
    void thePrivacyNoticeSaysWhoGetsNamesOutsideTheNetwork() {
        assertThat(new Browser().open("/en/privacy").text())
                .contains(
                        "Hotels get the names of those who sleep there, with their organisation and country.",
                        "Kitchens, venues and buses get numbers, and a name only where they must know it.",
                        "The programme that co-funds the workshops gets the attendance lists.",
                        "the name, for the delegation of a partner city, that city",
                        "the city does not see your e-mail address, unless it has invited you there itself")
                .doesNotContain("Nobody outside the network.");
    }
}

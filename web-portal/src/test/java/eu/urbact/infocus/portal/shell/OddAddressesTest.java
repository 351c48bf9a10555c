package eu.urbact.infocus.portal.shell;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.portal.testing.Answers;
import eu.urbact.infocus.portal.testing.Browser;
import eu.urbact.infocus.portal.testing.Browser.Reply;
import eu.urbact.infocus.portal.testing.Neighbours;

import static org.assertj.core.api.Assertions.assertThat;

/** Addresses that no browser makes: whatever is sent, the portal has not failed. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class OddAddressesTest {

    @BeforeEach
    void services() {
        Answers.frankfurt();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//",
                "///en//",
                "/%",
                "/en/%zz",
                "/en/clusters?q=<script>",
                "/en/clusters?q=%",
                "/en/clusters?q=%zz&page=<",
                "/en/clusters?page=x",
                "/en/my/%00",
                "/en/w/%00",
                "/en/w/<b>",
                "/en/w/frankfurt-2016/apply?%"
            })
    void areNotAFailure(String target) throws IOException {
        assertThat(status(target)).as(target).isBetween(200, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/clusters?q=xxx"})
    void refusedSearchIsNotTakenForAForm(String path) {
        Neighbours.DIRECTORY.reply("GET", "/api/v1/clusters", 422, "{\"type\":\"urn:infocus:problem:invalid\"}");

        Reply page = new Browser().open(path);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("try a shorter search").doesNotContain("cookies");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 10_000, 30_000})
    void aWholeTextIsNoSearchAndAPageSaysSo(int letters) {
        Reply page = new Browser().open("/en/clusters?q=" + "x".repeat(letters));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("Words: " + letters + " characters, where at most 200 are searched for. Search without it");
        assertThat(Neighbours.DIRECTORY.requests("/api/v1/clusters")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/clusters?q=", "/en/no-such-page/", "/org/applications?q=", "/assets/"})
    void anAddressThatIsFarTooLongIsRefusedOnAPage(String start) throws IOException {
        for (int letters : List.of(40_000, 1_000_000)) {
            String answer = answer(start + "x".repeat(letters));

            assertThat(answer).startsWith("HTTP/1.1 414 ");
            assertThat(answer).contains("try a shorter search", "text/html").doesNotContainIgnoringCase("set-cookie");
        }
    }

    private static int status(String target) throws IOException {
        return Integer.parseInt(answer(target).substring(9, 12));
    }

    /** Byte for byte, because a client library would not send it. */
    private static String answer(String target) throws IOException {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("GET " + target
                                    + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

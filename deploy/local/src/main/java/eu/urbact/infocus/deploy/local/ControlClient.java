package eu.urbact.infocus.deploy.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Gives orders to a running launcher. */
final class ControlClient {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private final DataDirectory.Control control;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    ControlClient(DataDirectory.Control control) {
        this.control = control;
    }

    /**
     * Gives an order and waits until it is carried out.
     *
     * @return what the launcher says
     * @throws PlatformException when it refuses or does not answer
     */
    String order(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:%d/%s".formatted(control.port(), path)))
                    .header(ControlServer.SECRET_HEADER, control.secret())
                    .timeout(TIMEOUT)
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new PlatformException(answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new PlatformException("the launcher does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("interrupted", e);
        }
    }
}

package eu.urbact.infocus.portal.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadableAcceptTest {

    private static final String CLASS = "/ReadableAccept.java";

    /** The portal has no chassis, so there are two copies; what they read is tested there. */
    @Test
    void theServicesReadWhatAClientAcceptsInTheSameWay() throws IOException {
        Path repository = Path.of(System.getProperty("infocus.repository"));
        assertThat(code(repository.resolve("web-portal/src/main/java/eu/urbact/infocus/portal/shell" + CLASS)))
                .contains("static String readable(String accept)")
                .isEqualTo(code(
                        repository.resolve("service-chassis/src/main/java/eu/urbact/infocus/chassis/rest" + CLASS)));
    }

    private static String code(Path file) throws IOException {
        String source = Files.readString(file);
        return source.substring(source.indexOf("class ReadableAccept"));
    }
}

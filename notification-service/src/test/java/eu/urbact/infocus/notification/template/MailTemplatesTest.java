package eu.urbact.infocus.notification.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.notification.recipient.Recipient;
import eu.urbact.infocus.notification.smtp.MailerConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MailTemplatesTest {

    private static final Path FILES = Path.of("src", "main", "resources", "templates", "mail");

    private final Map<String, String> files = new HashMap<>();

    @Test
    void withAllTemplatesTheServiceStarts() {
        templates().requireAll(new StartupEvent());
    }

    @Test
    void aMissingTemplateStopsTheStart() {
        MailTemplates templates = templates();
        files.remove("mail/application-admitted.html");
        assertThatIllegalStateException()
                .isThrownBy(() -> templates.requireAll(new StartupEvent()))
                .withMessageContaining("mail/application-admitted.html");
    }

    @Test
    void aTemplateThatPrintsWhatDoesNotExistStopsTheStart() {
        MailTemplates templates = templates();
        files.put("mail/application-declined.txt", "{mail.link} {mail.hotel}");
        assertThatThrownBy(() -> templates.requireAll(new StartupEvent())).hasMessageContaining("hotel");
    }

    @Test
    void aTemplateWithoutThePersonsLinkStopsTheStart() {
        MailTemplates templates = templates();
        files.put("mail/application-declined.txt", "Sorry.");
        assertThatIllegalStateException()
                .isThrownBy(() -> templates.requireAll(new StartupEvent()))
                .withMessageContaining("application-declined");
    }

    @Test
    void aOneDayWorkshopPrintsItsDayOnceAndWhateverZoneItIsIn() {
        Recipient porto = recipient("A ".repeat(80), "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        MailContent content = templates().render(MailTemplate.APPLICATION_ADMITTED, porto, null);
        assertThat(content.text()).contains("Thursday 30 March 2017, 09:00 to 17:30 (Europe/Lisbon, UTC+01:00)");
        assertThat(content.text()).contains("Where: Porto");
        assertThat(content.subject()).hasSizeLessThan(120).endsWith("…");
    }

    @Test
    void everyFactOfAnApplicationHasItsTemplateAndItsCode() {
        assertThat(MailTemplate.eventTypes()).hasSize(6);
        assertThat(MailTemplate.forEvent("eu.urbact.infocus.registration.application-admitted.v1"))
                .contains(MailTemplate.APPLICATION_ADMITTED);
        assertThat(MailTemplate.forEvent("eu.urbact.infocus.registration.call-opened.v1"))
                .isEmpty();
        for (MailTemplate template : MailTemplate.values()) {
            assertThat(MailTemplate.forCode(template.code())).contains(template);
        }
    }

    @Test
    void nobodyIsNamedInALogLine() {
        Recipient somebody = recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        assertThat(somebody.toString()).doesNotContain("Ana", "example.org", "token");
        assertThat(templates()
                        .render(MailTemplate.APPLICATION_ADMITTED, somebody, null)
                        .toString())
                .doesNotContain("Ana");
    }

    private static Recipient recipient(String title, String startsAt, String endsAt, String zone) {
        return new Recipient(
                UUID.randomUUID(),
                "Ana Silva",
                "Ana",
                "ana@example.org",
                null,
                "https://portal.example/en/my/token",
                new Recipient.Workshop("w", title, Instant.parse(startsAt), Instant.parse(endsAt), zone, "Porto"),
                " ");
    }

    /** The same engine settings as the service's, reading from the map that each test may spoil. */
    private MailTemplates templates() {
        try (var paths = Files.list(FILES)) {
            paths.forEach(path -> files.put("mail/" + path.getFileName(), read(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .strictRendering(true)
                .addLocator(id -> Optional.ofNullable(files.get(id)).map(Located::new))
                .build();
        return new MailTemplates(engine, new MailerConfig() {
            @Override
            public String fromAddress() {
                return "workshops@infocus.example";
            }

            @Override
            public String fromName() {
                return "InFocus network";
            }

            @Override
            public Optional<String> replyTo() {
                return Optional.empty();
            }
        });
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Located(String content) implements io.quarkus.qute.TemplateLocator.TemplateLocation {
        @Override
        public java.io.Reader read() {
            return new java.io.StringReader(content);
        }

        @Override
        public Optional<io.quarkus.qute.Variant> getVariant() {
            return Optional.of(io.quarkus.qute.Variant.forContentType(io.quarkus.qute.Variant.TEXT_PLAIN));
        }
    }
}

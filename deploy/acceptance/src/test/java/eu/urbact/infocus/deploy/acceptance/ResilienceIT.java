package eu.urbact.infocus.deploy.acceptance;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import eu.urbact.infocus.deploy.acceptance.Api.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** Parts go away while people apply. Whoever got a 201 is there once and gets one mail; nobody else is there. */
@Order(60)
@ResourceLock(Platform.PARTS)
class ResilienceIT {

    private static final Platform PLATFORM = Platform.get();
    private static final int PEOPLE = 500;
    private static final int AT_ONCE = 8;

    @Test
    void peopleApplyWhileKafkaIsAway() {
        Desk desk = Desk.of("kafka", Map.of("OPEN", 5));
        String before = "before@" + desk.slug() + ".example.org";
        String during = "during@" + desk.slug() + ".example.org";
        Desk.apply(desk.application("Before", before, null)).expect(201);
        Mails.awaited(before, 1);

        PLATFORM.stop("kafka");
        try {
            Desk.apply(desk.application("During", during, null)).expect(201);
            for (String service : List.of("registration", "event", "directory", "notification", "portal")) {
                assertThat(Api.get(PLATFORM.url(service) + "/q/health/live").status())
                        .as(service + " lives")
                        .isEqualTo(200);
            }
            assertThat(Mails.to(during)).isEmpty();
        } finally {
            PLATFORM.start("kafka");
        }

        Mails.awaited(during, 1);
        Set<String> ids = ConcurrentHashMap.newKeySet();
        desk.applications(Tokens.of("organiser"))
                .forEach(application -> ids.add(application.path("id").asText()));
        List<Topics.Message> submitted = Topics.all().stream()
                .filter(message -> message.type().endsWith("application-submitted.v1"))
                .filter(message -> ids.contains(message.key()))
                .toList();
        // what is sent again is the same event, under the same id
        assertThat(submitted.stream().map(Topics.Message::id).distinct()).hasSize(2);
        assertThat(Mails.to(before)).hasSize(1);
        assertThat(Mails.to(during)).hasSize(1);
    }

    @Test
    void servicesAreKilledWhileFiveHundredApply() throws InterruptedException {
        Desk desk = Desk.of("kill", Map.of("OPEN", 5));
        String domain = "@" + desk.slug() + ".example.org";
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicInteger next = new AtomicInteger();
        CountDownLatch third = new CountDownLatch(PEOPLE / 3);
        CountDownLatch twoThirds = new CountDownLatch(PEOPLE * 2 / 3);
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        for (int i = 0; i < AT_ONCE; i++) {
            people.execute(() -> {
                int number;
                while ((number = next.getAndIncrement()) < PEOPLE) {
                    String address = "p" + number + domain;
                    applyUntilAcknowledged(desk, address);
                    acknowledged.add(address);
                    third.countDown();
                    twoThirds.countDown();
                }
            });
        }
        people.shutdown();
        assertThat(third.await(3, TimeUnit.MINUTES)).isTrue();
        PLATFORM.kill("notification");
        assertThat(twoThirds.await(3, TimeUnit.MINUTES)).isTrue();
        PLATFORM.kill("registration");
        assertThat(people.awaitTermination(3, TimeUnit.MINUTES)).isTrue();

        assertThat(acknowledged).hasSize(PEOPLE);
        List<JsonNode> applications = Eventually.get(
                "registration is back", () -> desk.applications(Tokens.of("organiser")), list -> list.size() >= PEOPLE);
        assertThat(applications).hasSize(PEOPLE);
        Map<String, Integer> mails = Eventually.get(
                "a mail for everybody", () -> Mails.countedBy(domain), counts -> counts.size() == PEOPLE);
        assertThat(mails.keySet()).isEqualTo(acknowledged);
        assertOneMailEach(mails);
    }

    /**
     * One mail each. A mail whose SMTP dialogue was cut after its last byte is "unclear": it may have arrived, is shown to the organisers, and
     * is never sent again by itself, so even then there is no second one.
     */
    private static void assertOneMailEach(Map<String, Integer> mails) {
        assertThat(mails.values()).containsOnly(1);
    }

    /** As a person does who is told to try again: the same key, until there is an answer. */
    private static void applyUntilAcknowledged(Desk desk, String address) {
        Map<String, Object> application = desk.application("Killed", address, null);
        Eventually.so("an answer for " + address, () -> {
            try {
                Reply reply = Desk.apply(application, "Idempotency-Key", address);
                return reply.status() == 201;
            } catch (UncheckedIOException e) {
                return false;
            }
        });
    }

    @Test
    void portalSaysSoWhenAServiceIsAway() {
        PLATFORM.stop("directory");
        try (Site visitor = Site.open(Site.WIDE)) {
            assertThat(visitor.go("/en/")).isEqualTo(200);
            // which workshop is the next depends on what other tests have announced
            assertThat(visitor.text()).contains("This part cannot be loaded", "Next workshop", "Apply for a place");
            visitor.assertAccessible();
            assertThat(visitor.go("/en/clusters")).isEqualTo(503);
            assertThat(visitor.text()).contains("Not available at the moment");
            visitor.assertAccessible();
            assertThat(visitor.go("/en/w/frankfurt-2016/apply")).isEqualTo(200);
        } finally {
            PLATFORM.start("directory");
        }
    }

    @Test
    void whatIsDecidedOnDoesNotVanishWithoutAWordWhenRegistrationIsAway() {
        Desk desk = Desk.of("vanish", Map.of("OPEN", 1));
        Desk.apply(desk.application("Stays", "stays@" + desk.slug() + ".example.org", null))
                .expect(201);
        String list = "/org/w/" + desk.slug() + "/admission";
        String admit = "button[name=decision][value=ADMIT]";
        try (Site deciding = Site.open(Site.WIDE).signIn("organiser");
                Site narrowing = Site.open(Site.WIDE).signIn("organiser");
                Site planning = Site.open(Site.WIDE).signIn("organiser")) {
            deciding.go(list);
            narrowing.go(list);
            planning.go("/org/w/" + desk.slug() + "/plan");
            PLATFORM.stop("registration");
            try {
                deciding.page().locator(admit).first().click();
                narrowing.page().locator("#state").selectOption("DECLINED");
                planning.page().locator(".tick").first().press("Space");
                // nothing that is ticked or written is lost over numbers
                PlaywrightAssertions.assertThat(planning.page().locator("#room .missed"))
                        .isVisible();
                PlaywrightAssertions.assertThat(planning.page().locator("#said"))
                        .hasText(
                                "These numbers do not follow what is ticked now: they cannot be counted at the moment.");
                PlaywrightAssertions.assertThat(planning.page().locator(".tick").first())
                        .isChecked();
                for (Site site : List.of(deciding, narrowing)) {
                    PlaywrightAssertions.assertThat(site.page().locator("h1")).hasText("Not available at the moment");
                }
            } finally {
                PLATFORM.start("registration");
            }
            Eventually.so("the list is back", () -> deciding.go(list) == 200);
            assertThat(deciding.page().locator(admit).count())
                    .as("nobody was admitted")
                    .isEqualTo(1);
        }
    }
}

package eu.urbact.infocus.registration.organiser;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithEmbeddedServers
class ForgetOrganisersTest {

    @Inject
    Organisers organisers;

    @Inject
    ForgetOrganisers forgetOrganisers;

    @Inject
    Registrations registrations;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @Test
    void names_go_a_year_after_the_last_work() {
        String gone = "user:" + UUID.randomUUID();
        String here = "user:" + UUID.randomUUID();
        seen(gone, "Olga Organiser", 366);
        seen(here, "Otto Organiser", 364);

        assertThat(forgetOrganisers.forget()).isEqualTo(1);

        assertThat(organisers.known(Set.of(gone, here))).isEqualTo(Map.of(here, "Otto Organiser"));
        assertThat(organisers.nameOf(gone)).isEqualTo(Organisers.NAMELESS);
        assertThat(forgetOrganisers.forget()).isZero();
    }

    @Test
    void the_history_of_a_person_names_the_colleague() {
        String id = applied(application(registrations.openCall()));
        decide(id, "WAITLIST").statusCode(200);
        String history = "/api/v1/admin/applications/" + id + "/history";
        String actor = organiser().get(history).then().extract().path("items[0].actor");
        seen(actor, "Olga Organiser", 1);
        organiser()
                .get(history)
                .then()
                .body("items[0].actorName", equalTo("Olga Organiser"))
                .body("items[1].actorName", nullValue());
    }

    private void seen(String actor, String name, int daysAgo) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "insert into organiser_account (actor, name, seen_at) values (:actor, :name, :at)"
                                + " on conflict (actor) do update set name = excluded.name, seen_at = excluded.seen_at")
                .setParameter("actor", actor)
                .setParameter("name", name)
                .setParameter("at", clock.instant().minus(Duration.ofDays(daysAgo)))
                .executeUpdate());
    }
}

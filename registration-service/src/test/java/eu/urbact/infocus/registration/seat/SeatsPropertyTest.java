package eu.urbact.infocus.registration.seat;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.call.HandBackSeats;
import eu.urbact.infocus.registration.delegation.InvitationLinks;
import eu.urbact.infocus.registration.delegation.Invitations;
import eu.urbact.infocus.registration.selfservice.ApplicationLinks;
import eu.urbact.infocus.registration.waitinglist.OfferRounds;

import static eu.urbact.infocus.registration.Registrations.startWaitingList;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever people and organisers do, in whatever order and however many at once: never more seats held than there are, each held
 * seat has its person, and nobody is in twice. Looked at all the time while it happens, not only at the end.
 *
 * <p>What each client does is drawn from a seed, which is printed; {@code -Dinfocus.property.seed=…} draws the same again, and {@code
 * -Dinfocus.property.rooms=…} more of it. What the clients do to each other's people depends on who comes first, as in life.
 */
@QuarkusTest
@WithEmbeddedServers
class SeatsPropertyTest {

    private static final Logger LOG = Logger.getLogger(SeatsPropertyTest.class);

    private static final int CLIENTS = 8;
    private static final int STEPS = 240;
    private static final int ROOMS = Integer.getInteger("infocus.property.rooms", 2);
    /** One is nearly always enough for the wrong code to be caught. */
    private static final int ROOMS_UNTIL_CAUGHT = 10;
    /** How PostgreSQL says that a lock was not to be had in time. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** One more room is drawn when something rare has not happened yet, but not for ever. */
    private static final int MOST_ROOMS = 10;

    private static final Map<BusyRoom.Deed, Integer> DONE = Map.ofEntries(
            Map.entry(BusyRoom.Deed.WITHDRAW_FOR, 200),
            Map.entry(BusyRoom.Deed.TAKE_WITHDRAWAL_BACK, 200),
            Map.entry(BusyRoom.Deed.ACCEPT_OFFER, 200),
            Map.entry(BusyRoom.Deed.DECLINE_OFFER, 200),
            Map.entry(BusyRoom.Deed.CANCEL_OFFER, 200),
            Map.entry(BusyRoom.Deed.LET_OFFERS_EXPIRE, BusyRoom.HAPPENED),
            Map.entry(BusyRoom.Deed.HAND_BACK, BusyRoom.HAPPENED),
            Map.entry(BusyRoom.Deed.TAKE_SUGGESTION_OVER, 201),
            Map.entry(BusyRoom.Deed.EDIT_CALL, 200),
            Map.entry(BusyRoom.Deed.INVITE, 201),
            Map.entry(BusyRoom.Deed.ACCEPT_INVITATION, 200),
            Map.entry(BusyRoom.Deed.REFUSE_INVITATION, 200),
            Map.entry(BusyRoom.Deed.TAKE_BACK_INVITATION, 204),
            Map.entry(BusyRoom.Deed.SUBSTITUTE, 201),
            Map.entry(BusyRoom.Deed.SUBSTITUTE_INVITED, 201),
            Map.entry(BusyRoom.Deed.ERASE, 204),
            Map.entry(BusyRoom.Deed.WALK_IN, 201));

    @Inject
    Registrations registrations;

    @Inject
    Applications applications;

    @Inject
    ApplicationLinks links;

    @Inject
    Invitations invitations;

    @Inject
    InvitationLinks invitationLinks;

    @Inject
    HandBackSeats handBackSeats;

    @Inject
    OfferRounds rounds;

    @Inject
    Clock clock;

    @Inject
    Event<SeatsFreed> freed;

    @Inject
    DataSource dataSource;

    @TestHTTPResource
    URI service;

    private record Run(BusyRoom room, Set<String> violations, int samples) {}

    @Test
    void seats_people_and_limits_agree_at_every_moment() throws Exception {
        SplittableRandom seeds = new SplittableRandom(seed());
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < ROOMS || (i < MOST_ROOMS && !allDone(runs)); i++) {
            long seed = seeds.nextLong();
            // those whom cities invite are decided about in one room, and get a seat at once in the other
            Run run = run(seed, i % 2 == 1);
            LOG.infof(
                    "seed %d: %d looks at the seats, %d admitted by releases, answers %s",
                    seed,
                    run.samples(),
                    run.room().admittedByReleases(),
                    run.room().answers());
            assertThat(run.violations()).as("broken promises, seed %d", seed).isEmpty();
            assertThat(run.room().failures()).as("failed steps, seed %d", seed).isEmpty();
            assertThat(run.samples()).isGreaterThan(20);
            // the room was full at times and had seats at others
            assertThat(run.room().answered(BusyRoom.Deed.ADMIT, 200)).isPositive();
            assertThat(run.room().answered(BusyRoom.Deed.ADMIT, 409)).isGreaterThan(10);
            assertThat(run.room().answered(BusyRoom.Deed.WITHDRAW, 200)).isPositive();
            assertThat(run.room().answered(BusyRoom.Deed.RESIZE, 200)).isPositive();
            assertThat(run.room().answered(BusyRoom.Deed.RESIZE, 409)).isPositive();
            assertThat(run.room().answered(BusyRoom.Deed.IMPORT, 201)).isPositive();
            runs.add(run);
        }
        // what is rarer happened in one of them
        DONE.forEach((deed, status) -> assertThat(happened(runs, deed))
                .as("%s is answered with %d", deed, status)
                .isTrue());
        assertThat(admittedByReleases(runs)).isPositive();
    }

    private static boolean allDone(List<Run> runs) {
        return admittedByReleases(runs) > 0 && DONE.keySet().stream().allMatch(deed -> happened(runs, deed));
    }

    private static boolean happened(List<Run> runs, BusyRoom.Deed deed) {
        return runs.stream().anyMatch(run -> run.room().answered(deed, DONE.get(deed)) > 0);
    }

    private static int admittedByReleases(List<Run> runs) {
        return runs.stream().mapToInt(run -> run.room().admittedByReleases()).sum();
    }

    @ParameterizedTest
    @EnumSource
    void it_notices_when_seats_are_counted_first_and_written_afterwards(CheckThenWriteSeats.Write write)
            throws Exception {
        QuarkusMock.installMockForType(new CheckThenWriteSeats(write, freed), Seats.class);
        SplittableRandom seeds = new SplittableRandom(seed());
        List<String> noticed = new ArrayList<>();
        for (int i = 0; i < ROOMS_UNTIL_CAUGHT && noticed.isEmpty(); i++) {
            Run run = run(seeds.nextLong(), false);
            // what is counted wrong is seen by who looks, what is one too many by the table
            noticed.addAll(
                    write == CheckThenWriteSeats.Write.READ_PLUS_ONE
                            ? run.violations()
                            : run.room().failures().stream()
                                    .filter(failure -> failure.contains(" was answered with 500 "))
                                    .toList());
        }
        LOG.infof("%s is noticed: %s", write, noticed);
        assertThat(noticed).isNotEmpty();
    }

    /** All clients at once, and one who looks at the seats all the time. */
    private Run run(long seed, boolean seatsAtOnce) throws Exception {
        Map<String, Object> definition = BusyRoom.call(registrations.announcedWorkshop(), seatsAtOnce);
        UUID call = opened(definition);
        BusyRoom room = new BusyRoom(call.toString(), definition, service, new World());
        beginsLaterToday(call);
        startWaitingList(call.toString(), 72, 1);
        SeatLedger ledger = new SeatLedger(dataSource, call);
        SplittableRandom random = new SplittableRandom(seed);
        Set<String> violations = ConcurrentHashMap.newKeySet();
        List<Callable<Void>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            SplittableRandom own = random.split();
            clients.add(() -> {
                // the first broken promise ends it
                for (int step = 0;
                        step < STEPS && violations.isEmpty() && room.failures().isEmpty();
                        step++) {
                    room.perform(BusyRoom.Step.draw(own));
                }
                return null;
            });
        }
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS + 1);
        try {
            Future<Integer> looks = pool.submit(() -> {
                int samples = 0;
                while (!over.get()) {
                    violations.addAll(ledger.violations());
                    samples++;
                }
                return samples;
            });
            try {
                for (Future<Void> client : pool.invokeAll(clients)) {
                    client.get();
                }
            } finally {
                over.set(true);
            }
            int samples = looks.get();
            violations.addAll(ledger.violations());
            return new Run(room, violations, samples);
        } finally {
            pool.shutdown();
        }
    }

    private static UUID opened(Map<String, Object> definition) {
        String id = Registrations.opened(definition);
        return UUID.fromString(id);
    }

    /** So that the door is open and the waiting list still offers. */
    private void beginsLaterToday(UUID call) {
        execute(
                "update workshop_view set starts_at = ?, ends_at = ?"
                        + " where id = (select workshop_id from call_for_participation where id = ?)",
                clock.instant().plus(Duration.ofHours(5)).atOffset(ZoneOffset.UTC),
                clock.instant().plus(Duration.ofHours(29)).atOffset(ZoneOffset.UTC),
                call);
    }

    private final class World implements BusyRoom.World {

        @Override
        public String linkOf(UUID applicationId) {
            return QuarkusTransaction.requiringNew().call(() -> applications
                    .findByIdOptional(applicationId)
                    .map(links::token)
                    .orElse(null));
        }

        @Override
        public String invitationOf(UUID invitationId) {
            return QuarkusTransaction.requiringNew()
                    .call(() -> invitationLinks.token(invitations.findById(invitationId)));
        }

        @Override
        public UUID applicationOf(UUID invitationId) {
            return QuarkusTransaction.requiringNew()
                    .call(() -> invitations.findById(invitationId).applicationId());
        }

        @Override
        public int letOffersExpire(UUID call) {
            OffsetDateTime deadline = now();
            List<UUID> due = ids(
                    "update seat_offer set offered_at = ?, expires_at = ? where call_id = ? and state = 'OPEN' returning id",
                    deadline.minusHours(1),
                    deadline,
                    call);
            if (!unlessBusy(rounds::settleDue)) {
                return 0;
            }
            int lapsed = 0;
            for (UUID offer : due) {
                // another client may have set a later deadline in the meantime, and settles it
                assertThat(ids(
                                "select id from seat_offer where id = ? and state = 'OPEN' and expires_at <= ?",
                                offer,
                                deadline))
                        .as("offers whose deadline has passed")
                        .isEmpty();
                lapsed += ids("select id from seat_offer where id = ? and state = 'LAPSED'", offer)
                        .size();
            }
            return lapsed;
        }

        @Override
        public int handBack(UUID call, String code) {
            execute("update seat_bucket set hand_back_on = ? where call_id = ? and code = ?", today(), call, code);
            AtomicInteger handedBack = new AtomicInteger();
            unlessBusy(() -> handedBack.set(handBackSeats.handBack(call)));
            return handedBack.get();
        }

        @Override
        public void putHandBackOff(UUID call) {
            execute("update seat_bucket set hand_back_on = null where call_id = ?", call);
        }

        /** Whoever does not get a lock in time gives up, and the next round by the clock does it; says whether it was done. */
        private boolean unlessBusy(Runnable work) {
            try {
                work.run();
                return true;
            } catch (RuntimeException e) {
                for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                    if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                        return false;
                    }
                }
                throw e;
            }
        }

        @Override
        public LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"));
        }

        private OffsetDateTime now() {
            return clock.instant().atOffset(ZoneOffset.UTC);
        }
    }

    private void execute(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<UUID> ids(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            List<UUID> ids = new ArrayList<>();
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static long seed() {
        long seed = Long.getLong("infocus.property.seed", new SplittableRandom().nextLong());
        LOG.infof("infocus.property.seed=%d", seed);
        return seed;
    }
}

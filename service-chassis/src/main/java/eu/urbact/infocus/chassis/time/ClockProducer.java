package eu.urbact.infocus.chassis.time;

import java.time.Clock;
import java.time.Duration;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the one {@link Clock} that the business asks for the time. Checks of tokens use the real time instead. */
class ClockProducer {

    @Produces
    @Singleton
    Clock clock(ClockConfig config) {
        Clock real = Clock.systemUTC();
        Clock shown = config.start()
                .map(start -> Clock.offset(real, Duration.between(config.since().orElseGet(real::instant), start)))
                .orElse(real);
        // as fine as the database keeps it, so that a time reads the same when it comes back from there
        return Clock.tick(shown, Duration.ofNanos(1_000));
    }
}

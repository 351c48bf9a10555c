package eu.urbact.infocus.portal.shell.time;

import java.time.Clock;
import java.time.Duration;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the one {@link Clock} that pages ask for the time. Sessions and tokens use the real time instead. */
class ClockProducer {

    @Produces
    @Singleton
    Clock clock(ClockConfig config) {
        Clock real = Clock.systemUTC();
        return config.start()
                .map(start -> Clock.offset(real, Duration.between(config.since().orElseGet(real::instant), start)))
                .orElse(real);
    }
}

package eu.urbact.infocus.registration.seat;

import java.time.LocalDate;

/**
 * A bucket as it shall be.
 *
 * @param label for people, e.g. "Porto"
 * @param handBackOn the day agreed for giving unused seats back, or null
 */
public record SeatPlan(BucketCode code, String label, int limit, LocalDate handBackOn) {}

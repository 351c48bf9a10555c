package eu.urbact.infocus.registration.logistics;

import java.time.LocalDate;

/**
 * How many arrive or leave on a day by one means.
 *
 * @param outside whether the workshop is not on this day, which it may have been before
 */
public record TravelCount(LocalDate date, TravelMeans by, long people, boolean outside) {}

package eu.urbact.infocus.registration.logistics;

import java.time.LocalDate;

/** How many arrive or leave on a day by one means. */
public record TravelCount(LocalDate date, TravelMeans by, long people) {}

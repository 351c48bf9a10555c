package eu.urbact.infocus.registration.waitinglist;

import java.time.Instant;
import java.util.UUID;

/**
 * One person on the waiting list, and what put them where they are.
 *
 * @param place from 1
 * @param cityId the partner city they come with, or null
 * @param country ISO 3166-1 alpha-2
 * @param seats how many seats the same origin has: people who have or are offered one, and seats kept for those whom a city sends instead
 * @param kept how many of those are kept so
 * @param level how many of the same origin there would be with this person, when all before them of that origin got a seat
 * @param priority set by organisers, 0 to 9; more comes first
 * @param passed how many of their offers came to nothing: declined, lapsed or taken back
 * @param setAside whether one of them was declined or taken back since organisers put the person first, so that no other is made
 * @param firstAt when an organiser put them first, or null
 * @param firstReason why, or null
 * @param version of what organisers can change here
 */
public record Waiting(
        int place,
        UUID applicationId,
        String givenName,
        String familyName,
        String organisation,
        String cityId,
        String country,
        boolean contributor,
        Instant appliedAt,
        int seats,
        int kept,
        int level,
        int priority,
        int passed,
        boolean setAside,
        Instant firstAt,
        String firstReason,
        long version) {}

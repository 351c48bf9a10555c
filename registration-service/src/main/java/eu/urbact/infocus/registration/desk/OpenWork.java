package eu.urbact.infocus.registration.desk;

import java.util.UUID;

/**
 * What waits for the organisers in one call, in numbers.
 *
 * @param undecided applications without a decision
 * @param changeRequests requests for other meals, visits or buses without an answer
 * @param roomRequests people who wait for a room, or for another one
 * @param openOffers seats that are held for somebody who has not answered
 */
public record OpenWork(
        UUID callId, String workshopSlug, long undecided, long changeRequests, long roomRequests, long openOffers) {}

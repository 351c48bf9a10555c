package eu.urbact.infocus.registration.logistics;

import java.util.Map;
import java.util.UUID;

/**
 * How many come along to one option, and what the kitchen, the venue or the bus must be ready for. Numbers, no names.
 *
 * @param people without their companions
 * @param diets how many people by diet; none where there is no kitchen
 * @param dietNotes how many have said something in words for the kitchen; 0 where there is none
 * @param accessNeeds how many people by access need
 * @param accessNotes how many have said something in words for the venue
 */
public record Headcount(
        UUID optionId,
        long people,
        long companions,
        Map<Diet, Long> diets,
        long dietNotes,
        Map<AccessNeed, Long> accessNeeds,
        long accessNotes) {}

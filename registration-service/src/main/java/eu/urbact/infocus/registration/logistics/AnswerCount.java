package eu.urbact.infocus.registration.logistics;

/**
 * How many of those with a place have answered what.
 *
 * @param photoForgotten have said whether they may be in pictures, and which of both is not kept any longer
 */
public record AnswerCount(
        long admitted, long travel, long choices, long needs, long photoYes, long photoNo, long photoForgotten) {}

package eu.urbact.infocus.registration.logistics;

/** How many of those with a place have answered what. */
public record AnswerCount(long admitted, long travel, long choices, long needs, long photoYes, long photoNo) {}

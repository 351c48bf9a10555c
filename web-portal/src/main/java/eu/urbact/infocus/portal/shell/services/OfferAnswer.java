package eu.urbact.infocus.portal.shell.services;

/** Which offer a person answers. */
public record OfferAnswer(String offerId) {}

package eu.urbact.infocus.portal.apply;

/**
 * Something that stands in the way of sending.
 *
 * @param href the field it is about
 * @param message what to do about it
 */
public record Gap(String href, String message) {}

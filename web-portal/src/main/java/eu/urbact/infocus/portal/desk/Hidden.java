package eu.urbact.infocus.portal.desk;

/** A field of a form that carries along what a list is narrowed by. */
public record Hidden(String name, String value) {}

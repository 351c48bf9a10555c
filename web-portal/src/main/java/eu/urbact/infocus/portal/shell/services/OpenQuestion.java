package eu.urbact.infocus.portal.shell.services;

/** A question of a call that must be answered, and that somebody has not answered. */
public record OpenQuestion(String key, String label) {}

package eu.urbact.infocus.portal.shell.services;

/** The answer to everybody who asks for a link, known or not. */
public record LinkRequested(String state) {}

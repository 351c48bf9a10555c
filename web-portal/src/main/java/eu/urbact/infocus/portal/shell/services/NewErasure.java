package eu.urbact.infocus.portal.shell.services;

/** Why a person is to be forgotten. */
public record NewErasure(String reason) {}

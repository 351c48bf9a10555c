package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;

/**
 * Until when people change their places themselves.
 *
 * @param freezeAt null as long as nothing is asked
 */
public record LogisticsSetting(Instant freezeAt, String zone, boolean frozen, long version) {}

package eu.urbact.infocus.directory.cluster;

import java.time.Instant;

/**
 * That a cluster was taken out of the directory, or brought back into it, whichever was last.
 *
 * @param at when
 * @param actor who, as the audit trail calls them
 * @param name name of the account, as colleagues know it; null when it is not kept any longer
 */
public record WithdrawalChange(Instant at, String actor, String name) {}

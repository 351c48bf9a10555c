package eu.urbact.infocus.portal.shell.services;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * That somebody cannot come, as an organiser enters it for them.
 *
 * @param note told to the person with it, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnteredWithdrawal(String note) {}

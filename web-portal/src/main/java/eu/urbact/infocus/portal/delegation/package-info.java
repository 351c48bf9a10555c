/**
 * Delegations: a partner city invites people for its reserved seats, the invited answer, and the organisers see how far all cities are.
 */
package eu.urbact.infocus.portal.delegation;

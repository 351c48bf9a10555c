/**
 * The waiting list: the rule for everybody, the own place and offer for who waits, and the list in its order for organisers.
 */
package eu.urbact.infocus.portal.waitinglist;

/**
 * The way in: what the network is, the next workshop with its deadline, and where to go from there.
 */
package eu.urbact.infocus.portal.home;

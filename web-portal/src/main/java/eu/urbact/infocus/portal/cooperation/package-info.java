/** Cooperations of a city's clusters with those of other cities: proposed, answered, and followed step by step. */
package eu.urbact.infocus.portal.cooperation;

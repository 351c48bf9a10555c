/**
 * Regions and what they have chosen: the smart specialisation strategy (RIS3) and its priorities, described in the same
 * words as the clusters, so that the two can be held against each other. The region of a strategy is not always NUTS 2.
 */
package eu.urbact.infocus.directory.region;

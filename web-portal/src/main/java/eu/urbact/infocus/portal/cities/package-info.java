/**
 * The ten cities: partner organisation, regional strategy with its priorities, clusters.
 */
package eu.urbact.infocus.portal.cities;

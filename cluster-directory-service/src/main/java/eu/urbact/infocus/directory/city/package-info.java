/**
 * The ten cities of the network. A city is not an organisation: each takes part through one that is named beside it. A
 * city's page brings together what the directory knows: the region's priorities, the clusters, the workshops it hosts.
 */
package eu.urbact.infocus.directory.city;

/**
 * The ten cities of the network. A city is not an organisation: each takes part through one that is named beside it. A
 * city's page brings together what the directory knows: in what its clusters lead, whom they serve and whom they look for, the
 * region's priorities, the workshops it hosts.
 */
package eu.urbact.infocus.directory.city;

/** Matches over HTTP: partners of a cluster, matrices of regions, pairs of the network, the model card. */
package eu.urbact.infocus.directory.matchmaking.rest;

/** Clusters over HTTP: the list with its facets, and the profile. */
package eu.urbact.infocus.directory.cluster.rest;

/** What the rest of the platform is told about clusters. */
package eu.urbact.infocus.directory.cluster.events;

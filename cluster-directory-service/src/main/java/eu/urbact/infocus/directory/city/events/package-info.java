/** What the rest of the platform is told about cities. */
package eu.urbact.infocus.directory.city.events;

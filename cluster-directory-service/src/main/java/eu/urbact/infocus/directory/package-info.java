/** The cluster directory: what the cities are good at. Each package below is one business idea. */
package eu.urbact.infocus.directory;

/**
 * What this service remembers of workshops: which there are, when and where.
 */
package eu.urbact.infocus.registration.programmeview;

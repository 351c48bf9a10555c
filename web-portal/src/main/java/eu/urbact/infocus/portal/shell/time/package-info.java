/**
 * What time it is for the business. The portal shows the same time as the services, so that a workshop that is over for them is over
 * here too, also in a demonstration that takes place on another day.
 */
package eu.urbact.infocus.portal.shell.time;

/**
 * That somebody has been forgotten, told to the services that may remember them.
 */
package eu.urbact.infocus.registration.owndata.events;

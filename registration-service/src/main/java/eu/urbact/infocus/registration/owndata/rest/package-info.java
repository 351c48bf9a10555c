/**
 * My data.
 */
package eu.urbact.infocus.registration.owndata.rest;

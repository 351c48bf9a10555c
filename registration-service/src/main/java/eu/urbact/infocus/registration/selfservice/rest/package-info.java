/**
 * My application.
 */
package eu.urbact.infocus.registration.selfservice.rest;

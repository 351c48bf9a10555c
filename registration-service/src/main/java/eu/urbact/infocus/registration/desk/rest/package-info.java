/**
 * The desk's list, for organisers.
 */
package eu.urbact.infocus.registration.desk.rest;

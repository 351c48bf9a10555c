/**
 * What an organiser is answered whose page is out of date: who was quicker, and when.
 */
package eu.urbact.infocus.registration.organiser.rest;

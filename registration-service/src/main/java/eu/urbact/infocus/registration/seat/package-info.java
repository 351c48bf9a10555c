/**
 * The room's seats in buckets: some for each partner city, some for contributors, some open. Every path that
 * takes, gives back or resizes seats goes through here, so that there is never one too many.
 */
package eu.urbact.infocus.registration.seat;

/**
 * Who comes: calls for participation, applications, seats. Fifty people fit into the room, so every place is
 * granted by the organisers, never one too many, and everybody knows where they stand.
 */
package eu.urbact.infocus.registration;

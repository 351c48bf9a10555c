/**
 * Rooms that hotels keep for the workshop: so many of a kind in each night at a price, until a release time. People with a place ask for
 * one or say that they need none; no room is given twice, nobody forgets the date, and what is not taken goes back to the hotel before it
 * costs anybody anything. Whoever has one may ask for another and keeps it until then, and pays what it cost when it was confirmed. Two who share a double room
 * need one: the one asks for it and names the other, who needs none; whom a mail address names stands by name on the list for the hotel. When the other does not come the room stays the one's; when the room goes, the
 * other's bed goes with it, and they are asked again; both are told. A name that fits somebody else with a place is theirs, whoever
 * withdraws or is forgotten, and a name that is corrected is corrected in the words of others, too. For days that the workshop has been moved away from no room is given any
 * more, and organisers can take back the confirmed ones.
 */
package eu.urbact.infocus.registration.hotel;

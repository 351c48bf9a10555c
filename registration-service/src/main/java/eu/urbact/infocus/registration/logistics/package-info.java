/**
 * After admission: when people with a place arrive and leave, which meals, dinners, visits and buses they come along to and with how
 * many companions, what they eat and what they need, whether they may be in pictures. Asked late, because nobody needs it to decide; asked
 * of people with a place only; and kept apart, so that whoever counts lunches never sees who has which illness, and no bus learns who eats what. Whoever has something left
 * to say is reminded once before the lists go out, once more when the workshop has taken other days since or they have lost their place and got one again, and whoever comes along to something, or asks for it, is told when it is moved. What was
 * said for days on which the workshop is not any more is asked again.
 */
package eu.urbact.infocus.registration.logistics;

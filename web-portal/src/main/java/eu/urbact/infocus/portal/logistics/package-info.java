/**
 * After admission: a person's travel, meals, visits, buses, diet, access needs, pictures and room, each on a short page behind the
 * personal link; and for organisers the numbers, lists and decisions that follow from them.
 */
package eu.urbact.infocus.portal.logistics;

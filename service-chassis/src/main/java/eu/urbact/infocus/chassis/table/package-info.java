/**
 * Tables that people open in a spreadsheet program: CSV and XLSX, written row by row, with cells that no program takes for a formula.
 */
package eu.urbact.infocus.chassis.table;

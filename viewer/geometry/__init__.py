"""Pure arithmetic between days and pixels; nothing here paints."""

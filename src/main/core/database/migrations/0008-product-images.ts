/**
 * Which picture a product has. `image_id` is the hash of its bytes, which lie as files beside the store
 * (`images/`); one that no product has any more is swept away there.
 */
export const productImages = `
CREATE TABLE product_images (
  product_id INTEGER PRIMARY KEY REFERENCES products(id) ON DELETE CASCADE,
  image_id TEXT NOT NULL
) STRICT;
CREATE INDEX product_images_by_image ON product_images (image_id);
`;
